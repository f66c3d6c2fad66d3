console.log('hello, hello, hello');
console.log('hello, hello, hello');
console.log('hello, hello, hello');
console.log('hello, hello, hello');
console.log('hello, hello, hello');
console.log('hello, hello, hello');
console.log('hello, hello, hello');
console.log('hello, hello, hello');
console.log('hello, hello, hello');
console.log('hello, hello, hello');
console.log('hello, hello, hello');
console.log('hello, hel
